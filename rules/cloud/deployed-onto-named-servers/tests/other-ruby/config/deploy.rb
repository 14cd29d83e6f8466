# releases are images
