package cn.yuanlin.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenancyProperties.class)
class TenancyConfiguration {
    @Bean
    HibernatePropertiesCustomizer estatePerSchema(DataSource pool) {
        return settings -> settings.putAll(Map.of(
                MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, new EstateConnections(pool),
                MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new BoundEstate()));
    }

    /**
     * Connections for the cell's own tables, apart from the estates' pool: who holds an estate's transaction and needs the estate's
     * key waits for nobody who does the same.
     */
    @Bean
    CellPool cellPool(HikariDataSource pool) {
        return new CellPool(pool);
    }

    /** Reads and writes the registry of estates and what is staged for them. */
    @Bean
    CellRole registrar(CellPool pool, TenancyProperties properties) {
        return new CellRole(pool.dataSource(), properties.rolePrefix() + "registrar");
    }

    /** Sees every estate's waiting events, and no estate's schema. */
    @Bean
    CellRole dispatcher(CellPool pool, TenancyProperties properties) {
        return new CellRole(pool.dataSource(), properties.rolePrefix() + "dispatcher");
    }

    private static final class BoundEstate implements CurrentTenantIdentifierResolver<String> {
        @Override
        public String resolveCurrentTenantIdentifier() {
            return CurrentEstate.get().schema();
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return true;
        }
    }
}
