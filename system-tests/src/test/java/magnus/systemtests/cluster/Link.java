package magnus.systemtests.cluster;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A node's link to all others. It is cut while the node goes on: JGroups' protocol DISCARD, which
 * the shipped configuration does not have, drops whatever the node sends and is sent.
 */
final class Link {

  private static final String SHIPPED = "<transport type=\"UDP\" socket-binding=\"jgroups-udp\"/>";

  private final ProcessHandle server;

  Link(ProcessHandle server) {
    this.server = server;
  }

  /** The server's configuration with the protocol in it. */
  static String cuttable(String configuration) {
    if (!configuration.contains(SHIPPED)) {
      throw new AssertionError("no " + SHIPPED + " in the server's configuration");
    }
    return configuration.replace(SHIPPED, SHIPPED + "<protocol type=\"DISCARD\"/>");
  }

  void cut() throws Exception {
    discard(true);
  }

  void heal() throws Exception {
    discard(false);
  }

  private void discard(boolean all) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
    String address = machine.startLocalManagementAgent();
    machine.detach();
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
      set(connector.getMBeanServerConnection(), new Attribute("discard_all", all));
    }
  }

  private static void set(MBeanServerConnection beans, Attribute attribute)
      throws IOException, JMException {
    ObjectName discard =
        beans.queryNames(new ObjectName("jgroups:protocol=DISCARD,*"), null).iterator().next();
    beans.setAttribute(discard, attribute);
  }
}
