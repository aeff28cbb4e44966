package magnus.cache.infinispan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.partitionhandling.PartitionHandling;
import org.infinispan.remoting.transport.jgroups.JGroupsChannelConfigurator;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.NAKACK4;
import org.jgroups.protocols.RED;
import org.jgroups.protocols.SHARED_LOOPBACK;
import org.jgroups.protocols.SHARED_LOOPBACK_PING;
import org.jgroups.protocols.UNICAST4;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.util.SocketFactory;

/** One node of a cluster inside this process, with caches as the server's script defines them. */
final class Node implements AutoCloseable {

  /** A cache that waits for other nodes for less time than it takes to notice that one is gone. */
  static final String HASTY = "hasty";

  static final List<String> CACHES = List.of("texts", HASTY, "events", "load-turns");

  final String name;
  final DefaultCacheManager container;
  final InfinispanStores stores;
  final ExecutorService threads = Executors.newCachedThreadPool();
  private final DISCARD cut = new DISCARD();
  private final JChannel channel;

  Node(String cluster, String name) throws Exception {
    this.name = name;
    this.channel = channel();
    GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
    global
        .transport()
        .addProperty(JGroupsTransport.CHANNEL_CONFIGURATOR, new Given(channel))
        .clusterName(cluster)
        .nodeName(name)
        .distributedSyncTimeout(20, java.util.concurrent.TimeUnit.SECONDS);
    global.cacheContainer().statistics(true);
    container = new DefaultCacheManager(global.build(), false);
    for (String cache : CACHES) {
      ConfigurationBuilder configuration = replicated(Duration.ofMillis(200));
      if (cache.equals(HASTY)) {
        configuration.clustering().remoteTimeout(400);
      }
      container.defineConfiguration(cache, configuration.build());
    }
    container.start();
    stores = InfinispanStores.over(container, threads);
  }

  static ConfigurationBuilder replicated(Duration reaping) {
    ConfigurationBuilder cache = new ConfigurationBuilder();
    cache.clustering().cacheMode(CacheMode.REPL_SYNC);
    cache
        .clustering()
        .partitionHandling()
        .whenSplit(PartitionHandling.ALLOW_READ_WRITES)
        .mergePolicy(MergePolicy.NONE);
    cache.statistics().enable();
    cache.memory().maxCount(20_000);
    cache.expiration().wakeUpInterval(reaping.toMillis());
    return cache;
  }

  private JChannel channel() throws Exception {
    FD_ALL3 alive = new FD_ALL3();
    alive.setTimeout(3_000).setInterval(500);
    NAKACK4 casts = new NAKACK4();
    casts.capacity(1024);
    GMS members = new GMS();
    members.setJoinTimeout(200);
    members.printLocalAddress(false);
    return new JChannel(
            new SHARED_LOOPBACK(),
            cut,
            new RED(),
            new SHARED_LOOPBACK_PING(),
            new MERGE3().setMinInterval(300).setMaxInterval(800),
            alive,
            casts,
            new UNICAST4(),
            members,
            new FRAG4())
        .name(name);
  }

  Cache<String, byte[]> cache(String cache) {
    return container.getCache(cache);
  }

  int nodes() {
    return container.getMembers().size();
  }

  /** Hears nobody and is heard by nobody. */
  void cutOff() {
    cut.discardAll(true);
  }

  void heal() {
    cut.discardAll(false);
  }

  /** Goes without a word, as a killed process does. */
  void die() {
    cut.discardAll(true);
    channel.close();
  }

  @Override
  public void close() {
    container.stop();
    threads.shutdownNow();
  }

  /** Hands out a channel that is there. */
  private record Given(JChannel channel) implements JGroupsChannelConfigurator {
    @Override
    public String getName() {
      return "given";
    }

    @Override
    public JChannel createChannel(String name) {
      return channel;
    }

    @Override
    public void setSocketFactory(SocketFactory sockets) {}

    @Override
    public void setDataSource(DataSource database) {}

    @Override
    public String getProtocolStackString() {
      return "";
    }

    @Override
    public List<ProtocolConfiguration> getProtocolStack() {
      return List.of();
    }
  }
}
