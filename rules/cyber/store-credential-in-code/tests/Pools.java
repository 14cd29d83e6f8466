package records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

class Pools {
    HikariDataSource wards(Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://records-db:5432/wards");
        config.setUsername("wards");
        // ruleid: store-credential-in-code
        config.setPassword("bl00dtest");
        // ok: store-credential-in-code
        config.setPassword("????????");
        return new HikariDataSource(config);
    }
}
