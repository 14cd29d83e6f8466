# ruleid: desktop-windows-in-code
import tkinter as tk

root = tk.Tk()
root.mainloop()
