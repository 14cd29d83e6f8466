// review: national-register-kept-locally
@Table(name = "gp_practice")
@Entity
public class Practice {
}

// ok: national-register-kept-locally
@Table(name = "referral")
class Referral {
}
