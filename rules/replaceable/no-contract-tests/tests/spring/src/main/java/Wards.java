class Wards {}
