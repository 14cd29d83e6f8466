def merge(cursor, old, new):
    cursor.execute(f"UPDATE bed SET ward = 0 WHERE ward = '{old}' AND site = '{new}'")
