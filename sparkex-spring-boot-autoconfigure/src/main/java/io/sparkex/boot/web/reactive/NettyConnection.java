package io.sparkex.boot.web.reactive;

import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.ClassUtils;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Utility that closes connections of Reactor Netty, which otherwise ends a failed
 * response only after the client has read the bytes written before. Other servers do not
 * need it.
 */
final class NettyConnection {

	private static final boolean IS_PRESENT = ClassUtils.isPresent("reactor.netty.http.server.HttpServerResponse",
			NettyConnection.class.getClassLoader());

	private NettyConnection() {
	}

	static void close(ReactiveHttpOutputMessage message) {
		if (IS_PRESENT && message instanceof ServerHttpResponse response) {
			Closer.close(response);
		}
	}

	/**
	 * Separate class to avoid class loading without Reactor Netty.
	 */
	private static final class Closer {

		private static void close(ServerHttpResponse response) {
			Object target = ServerHttpResponseDecorator.getNativeResponse(response);
			if (target instanceof HttpServerResponse netty) {
				netty.withConnection((connection) -> {
					var unused = connection.channel().close();
				});
			}
		}

	}

}
