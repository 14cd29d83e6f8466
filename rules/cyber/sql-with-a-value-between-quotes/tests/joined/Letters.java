public class Letters {
    String of(String ward) {
        return "select * from letter where ward = '" + ward + "'";
    }
}
