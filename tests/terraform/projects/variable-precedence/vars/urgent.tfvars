from_default = "urgent"
retention    = 30
anything     = null
zones        = ["d"]
