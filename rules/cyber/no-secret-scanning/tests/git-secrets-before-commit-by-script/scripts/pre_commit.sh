git secrets --pre_commit_hook
