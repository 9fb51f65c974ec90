/** Brings the whole platform up on one machine: PostgreSQL, Keycloak and the services, each a real process. */
@org.jspecify.annotations.NullMarked
package cn.yuanlin.local;
