@Entity
@Audited
class Patient { }
