package org.ascertain.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * What a pooler in transaction mode makes of connections: several that are one session. Closing one
 * leaves the session open.
 */
record SharedSession(Connection session) {

  Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            SharedSession.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("close")) return null;
              try {
                return method.invoke(session, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
