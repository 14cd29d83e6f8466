# class Patient has surname and no number
