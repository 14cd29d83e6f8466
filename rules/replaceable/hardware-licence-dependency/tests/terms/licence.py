from wards import flexnet_tidy
import licence_file
