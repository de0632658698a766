package org.ascertain.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.util.concurrent.Future;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections on which the head of a request does not come whole in time, whether nothing
 * comes or a byte now and then, which no limit on silence sees. Vert.x has no such limit; it is put
 * before what Vert.x does on each connection that is accepted.
 */
public final class HeaderTimeout implements VertxServiceProvider {

  private static final String LIMIT = "ascertain.headers.limit";

  @Override
  public void init(VertxBuilder builder) {
    Duration limit =
        ConfigProvider.getConfig()
            .getOptionalValue(LIMIT, Duration.class)
            .orElse(Duration.ofSeconds(20));
    builder.findTransport(new Watched(builder.findTransport(), limit));
  }

  /** A request of a connection was answered: the head of the next one may begin. */
  static void answered(HttpConnection connection) {
    if (!(connection instanceof ConnectionBase base)) return;
    Head head = base.channel().pipeline().get(Head.class);
    if (head != null) head.mayBegin();
  }

  /** Follows the head of a request byte by byte, up to the empty line at its end. */
  private static final class Head extends ChannelInboundHandlerAdapter {
    private final Duration limit;
    private @Nullable Future<?> end;
    private boolean isOpen = true;
    private boolean hasBegun;
    private boolean isLineEmpty;

    Head(Duration limit) {
      this.limit = limit;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      watch(context);
    }

    private void watch(ChannelHandlerContext context) {
      end =
          context.executor().schedule(() -> cut(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void cut(ChannelHandlerContext context) {
      var _ = context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (isOpen && message instanceof ByteBuf bytes) {
        if (end == null) watch(context);
        if (isWhole(bytes)) {
          isOpen = false;
          unwatch();
        }
      }
      context.fireChannelRead(message);
    }

    private boolean isWhole(ByteBuf bytes) {
      for (int i = bytes.readerIndex(); i < bytes.writerIndex(); i++) {
        byte next = bytes.getByte(i);
        if (next == '\r' || (next == '\n' && !hasBegun)) continue; // empty lines may go before it
        if (next == '\n' && isLineEmpty) return true;
        hasBegun = true;
        isLineEmpty = next == '\n';
      }
      return false;
    }

    private void unwatch() {
      if (end != null) end.cancel(false);
      end = null;
    }

    /** What comes from now on is a head again; until something comes, silence has its own limit. */
    void mayBegin() {
      isOpen = true;
      hasBegun = false;
      isLineEmpty = false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      unwatch();
      context.fireChannelInactive();
    }
  }

  /** What carries connections, with the limit on each that a server accepts. */
  private record Watched(Transport of, Duration limit) implements Transport {

    @Override
    public void configure(NetServerOptions options, boolean domain, ServerBootstrap bootstrap) {
      of.configure(options, domain, bootstrap);
      ChannelHandler usual = bootstrap.config().childHandler();
      bootstrap.childHandler(
          new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
              channel.pipeline().addLast(new Head(limit)).addLast(usual);
            }
          });
    }

    @Override
    public boolean supportsDomainSockets() {
      return of.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
      return of.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
      return of.isAvailable();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
      return of.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
      return of.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
      return of.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory made, int ratio) {
      return of.eventLoopGroup(type, threads, made, ratio);
    }

    @Override
    public DatagramChannel datagramChannel() {
      return of.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
      return of.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domain) {
      return of.channelFactory(domain);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domain) {
      return of.serverChannelFactory(domain);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
      of.configure(channel, options);
    }

    @Override
    public void configure(
        ClientOptionsBase options, boolean domain, io.netty.bootstrap.Bootstrap bootstrap) {
      of.configure(options, domain, bootstrap);
    }
  }
}
