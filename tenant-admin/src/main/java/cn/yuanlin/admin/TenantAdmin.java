package cn.yuanlin.admin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The control plane: offices, estates, onboarding, roll-outs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TenantAdmin {
    public static void main(String[] args) {
        SpringApplication.run(TenantAdmin.class, args);
    }
}
