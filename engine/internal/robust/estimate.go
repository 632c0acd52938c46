package robust

import (
	"math"
)

// estimate is a share with its standard error, 0 if it is exact.
type estimate struct{ Share, Err float64 }

func noEstimate() estimate { return estimate{math.NaN(), math.NaN()} }
