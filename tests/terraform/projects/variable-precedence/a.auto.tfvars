from_auto       = "a-auto"
from_later_auto = "a-auto"
tags = {
  Owner = "a-auto"
}
