package data;
import javax.persistence.EntityManager;
class Bed {}
