package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class Ports {
    /** Addresses of this machine that never leave it; IPv4, because some boxes have nothing else. */
    static final String LOCALHOST = "127.0.0.1";

    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOCALHOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws LocalException naming the port if somebody listens there */
    static void requireFree(int port, String what) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port on which only old connections linger is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOCALHOST, port));
        } catch (IOException e) {
            throw new LocalException(
                    "Port " + port + " (" + what + ") is taken: stop what listens there (ss -ltnp 'sport" + " = :"
                            + port + "'), or move all ports with --base-port N",
                    e);
        }
    }
}
