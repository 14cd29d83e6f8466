class Directory:
    # ok: home-made-password-check
    def check_password(self, name, password):
        return self.ldap_server.simple_bind_s(name, password)
