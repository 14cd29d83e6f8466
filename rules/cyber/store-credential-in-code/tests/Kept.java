package records;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;

class Kept {
    DataSource wards(Secrets secrets) {
        return DataSourceBuilder.create()
            .url(System.getenv("WARDS_URL"))
            .username("wards")
            // ok: store-credential-in-code
            .password(secrets.get("wards/password"))
            .build();
    }
}
