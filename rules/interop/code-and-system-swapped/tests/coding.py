def coding(entry):
    # ruleid: code-and-system-swapped
    return Coding(code=entry.code_system, system=entry.code)


def right(entry):
    # ok: code-and-system-swapped
    return Coding(code=entry.code, system=entry.code_system)
