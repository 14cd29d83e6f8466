import pandas

print(pandas.read_csv('wards.csv'))
