def load(records):
    for record in records:
        # review: patient-details-written-to-log
        print(f'Record: {record["nhs_number"]} is not valid')
        # ok: patient-details-written-to-log
        print(f"Record {record['id']} of {len(records)}")


def make():
    # ok: patient-details-written-to-log
    print("the column nhs_number is missing")
