# ruleid: date-pattern-with-a-wrong-letter
BORN = "%Y-%M-%d"
# ok: date-pattern-with-a-wrong-letter
DIED = "%Y-%m-%d"


def given(time):
    # ruleid: date-pattern-with-a-wrong-letter
    return time.strftime("%d/%m/%Y %I:%M")


def taken(time):
    # ruleid: date-pattern-with-a-wrong-letter
    return time.strftime("%H:%m")


def shown(time):
    # ok: date-pattern-with-a-wrong-letter
    return time.strftime("%d/%m/%Y %I:%M %p")
