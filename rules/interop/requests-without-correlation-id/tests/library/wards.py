import flask


def parse(text):
    return text.split()
