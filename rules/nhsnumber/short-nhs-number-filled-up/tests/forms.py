class PatientForm(ModelForm):
    def clean_nhs_number(self):
        # ruleid: short-nhs-number-filled-up
        number = str(self.cleaned_data["nhs_number"]).replace(" ", "").zfill(10)
        return number


def tidy(frame):
    # ruleid: short-nhs-number-filled-up
    frame["nhs_number"] = frame["nhs_number"].astype(str).str.zfill(10)
    # ok: short-nhs-number-filled-up
    frame["order_number"] = frame["order_number"].str.zfill(10)
    # ruleid: short-nhs-number-filled-up
    shown = f"{patient.nhs_number:010d}"
    # ok: short-nhs-number-filled-up
    spaced = f"{patient.nhs_number[:3]} {patient.nhs_number[3:6]} {patient.nhs_number[6:]}"


def clean(number):
    # ok: short-nhs-number-filled-up
    nhs_number = number.strip().replace(" ", "")
    # It was filled up once: nhs_number.zfill(10)
    # ok: short-nhs-number-filled-up
    if len(nhs_number) != 10:
        raise ValueError("ten digits are needed")
