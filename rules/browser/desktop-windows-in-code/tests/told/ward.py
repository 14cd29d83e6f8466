from PyQt5.QtWidgets import QApplication

QApplication([]).exec_()
