"""Files to syntax trees: two readers of HCL, one of JSON, and the merging of override files."""
