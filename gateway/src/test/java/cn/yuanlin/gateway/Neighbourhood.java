package cn.yuanlin.gateway;

import java.nio.file.Path;
import java.util.UUID;

/** Keycloak, tenant-admin, two cells with an estate each: {@code elm} in c1, {@code oak} in c2. */
class Neighbourhood implements AutoCloseable {
    static final UUID ELM = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    static final UUID OAK = UUID.fromString("019aa000-0000-7000-8000-000000000002");

    final KeycloakStub keycloak = new KeycloakStub();
    final TenantAdminStub tenantAdmin = new TenantAdminStub();
    final Backend cellOne = Backend.saying("c1");
    final Backend cellTwo = Backend.saying("c2");

    Neighbourhood() {
        tenantAdmin.serves(
                TenantAdminStub.row("elm", ELM, "c1", cellOne), TenantAdminStub.row("oak", OAK, "c2", cellTwo));
    }

    RunningGateway gateway(Path directory, String... options) {
        return RunningGateway.start(keycloak, tenantAdmin, directory.resolve("routes"), options)
                .knowing("elm");
    }

    @Override
    public void close() {
        cellTwo.close();
        cellOne.close();
        tenantAdmin.close();
        keycloak.close();
    }
}
