import wards
