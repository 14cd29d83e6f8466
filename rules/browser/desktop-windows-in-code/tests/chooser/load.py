from tkinter import Tk, filedialog

Tk().withdraw()
print(filedialog.askopenfilename())
