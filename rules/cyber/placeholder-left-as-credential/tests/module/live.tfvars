# Nobody gives the key here.
