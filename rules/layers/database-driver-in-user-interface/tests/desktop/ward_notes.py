import tkinter
# A file on the user's own computer.
# ok: database-driver-in-user-interface
import sqlite3

window = tkinter.Tk()
notes = sqlite3.connect("notes.db")
