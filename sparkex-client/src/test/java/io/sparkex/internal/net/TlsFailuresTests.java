package io.sparkex.internal.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.grpc.Status;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.TlsException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TlsFailures}.
 */
class TlsFailuresTests {

	private static @Nullable TlsException explain(@Nullable Throwable cause) {
		Status status = Status.UNAVAILABLE.withDescription("io exception").withCause(cause);
		return TlsFailures.explain(status, "host:1", status.asException());
	}

	@ParameterizedTest
	@CsvSource({ "bad_certificate, client certificate", "certificate_required, client certificate",
			"unknown_ca, client certificate", "access_denied, client certificate",
			"handshake_failure, no protocol or cipher", "handshake_failure, client certificate",
			"protocol_version, no protocol or cipher", "unrecognized_name, the requested name" })
	void explainsAlertsOfTheServer(String alert, String reason) {
		String message = "(" + alert + ") Received fatal alert: " + alert;
		TlsException explained = explain(new DecoderException(new SSLHandshakeException(message)));
		assertThat(explained).isNotNull().message().contains(reason, "(" + alert + ")", "the server at host:1");
		assertThat(explain(new SSLException("Received fatal alert: " + alert))).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "internal_error", "close_notify", "user_canceled" })
	void ignoresTransientAlerts(String alert) {
		assertThat(explain(new SSLException("Received fatal alert: " + alert))).isNull();
	}

	@Test
	void ignoresBrokenConnections() {
		assertThat(explain(null)).isNull();
		assertThat(explain(new ClosedChannelException())).isNull();
		assertThat(explain(new IOException("Connection reset"))).isNull();
		assertThat(explain(new SSLHandshakeException("Remote host terminated the handshake"))).isNull();
		assertThat(explain(new IOException("Received fatal alert: bad_certificate"))).as("not of TLS").isNull();
		assertThat(explain(Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR,
				"First received frame was not SETTINGS. Hex dump for first 5 bytes: 485454502f")))
			.as("plain HTTP")
			.isNull();
	}

	@Test
	void explainsCertificatesRejectedForOtherReasons() {
		SSLHandshakeException handshake = new SSLHandshakeException("refused");
		handshake.initCause(new CertificateException("key of 512 bits"));
		assertThat(explain(handshake)).isNotNull()
			.hasMessage("The certificate of the server at host:1 is not accepted: key of 512 bits");
	}

	@Test
	void explainsHostNameMismatchesWithoutCertificateDetails() {
		assertThat(explain(new CertificateException("No name matching host found"))).isNotNull()
			.hasMessageStartingWith(
					"The certificate of the server at host:1 is for other hosts (No name matching host found). ");
	}

	@Test
	void stopsAtCircularCauses() {
		Exception one = new Exception("one");
		Exception two = new Exception("two", one);
		one.initCause(two);
		assertThat(explain(one)).isNull();
	}

}
