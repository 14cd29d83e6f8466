from staff import manager


@manager.login_loader
def load(number): ...


@manager.cached
def find(number): ...
