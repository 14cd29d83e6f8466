"""checkov: its checks on what archscan evaluates (`engine`), or its command line (`command_line`)."""
