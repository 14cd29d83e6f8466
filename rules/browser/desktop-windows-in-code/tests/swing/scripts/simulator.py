import tkinter

tkinter.Tk().mainloop()
