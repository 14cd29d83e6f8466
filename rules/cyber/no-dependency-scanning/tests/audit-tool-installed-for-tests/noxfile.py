import nox


@nox.session
def audit(session):
    # pip-audit waits for a release that we can use.
    session.install("pip-audit")
    session.run("pytest")
