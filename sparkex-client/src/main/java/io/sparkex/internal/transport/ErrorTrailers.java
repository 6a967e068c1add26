package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.internal.json.JsonReader;
import io.sparkex.internal.proto.ErrorInfo;
import io.sparkex.internal.proto.RetryInfo;
import io.sparkex.internal.proto.Status;

/**
 * The information about an error in the trailers of a call. Missing or unreadable
 * information is {@code null} or empty.
 *
 * @param errorType the class of the exception on the server, {@code null} if the error
 * was not reported by Spark itself
 * @param errorTypes that class and its superclasses, empty if not sent
 * @param errorClass the error condition of Spark
 * @param sqlState the SQLSTATE
 * @param errorId the id for fetching the details
 * @param messageParameters the parameters of the message
 * @param retryDelay the delay before a retry, at most one day
 */
record ErrorTrailers(@Nullable String errorType, List<String> errorTypes, @Nullable String errorClass,
		@Nullable String sqlState, @Nullable String errorId, Map<String, String> messageParameters,
		@Nullable Duration retryDelay) {

	private static final Logger logger = LoggerFactory.getLogger(ErrorTrailers.class);

	private static final Metadata.Key<byte[]> STATUS_DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	private static final String SPARK = "org.apache.spark";

	private static final Duration LONGEST_DELAY = Duration.ofDays(1);

	/**
	 * Parses trailers with any content.
	 * @param trailers the trailers of a failed call, or {@code null} if there were none
	 */
	static ErrorTrailers parse(@Nullable Metadata trailers) {
		List<Any> details = details(trailers);
		ErrorInfo info = find(ErrorInfo.class, details).filter(ErrorTrailers::isFromSpark)
			.orElse(ErrorInfo.getDefaultInstance());
		Map<String, String> metadata = info.getMetadataMap();
		return new ErrorTrailers(text(info.getReason()), JsonReader.strings(metadata.getOrDefault("classes", "")),
				text(metadata.get("errorClass")), text(metadata.get("sqlState")), text(metadata.get("errorId")),
				JsonReader.object(metadata.getOrDefault("messageParameters", "")),
				find(RetryInfo.class, details).map(ErrorTrailers::delay).orElse(null));
	}

	private static List<Any> details(@Nullable Metadata trailers) {
		byte[] packed = (trailers != null) ? trailers.get(STATUS_DETAILS) : null;
		if (packed == null) {
			return List.of();
		}
		try {
			return Status.parseFrom(packed).getDetailsList();
		}
		catch (InvalidProtocolBufferException ex) {
			logger.debug("The details of an error cannot be read", ex);
			return List.of();
		}
	}

	private static <T extends Message> Optional<T> find(Class<T> type, List<Any> details) {
		for (Any detail : details) {
			try {
				if (detail.is(type)) {
					return Optional.of(detail.unpack(type));
				}
			}
			catch (InvalidProtocolBufferException ex) {
				logger.debug("A {} in the details of an error cannot be read", type.getSimpleName(), ex);
			}
		}
		return Optional.empty();
	}

	/**
	 * Proxies report their own errors in the same format.
	 */
	private static boolean isFromSpark(ErrorInfo info) {
		return info.getDomain().equals(SPARK) || info.containsMetadata("errorClass");
	}

	private static @Nullable String text(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text : null;
	}

	private static @Nullable Duration delay(RetryInfo retry) {
		if (!retry.hasRetryDelay()) {
			return null;
		}
		long seconds = retry.getRetryDelay().getSeconds();
		if (seconds < 0 || retry.getRetryDelay().getNanos() < 0) {
			return null;
		}
		if (seconds >= LONGEST_DELAY.toSeconds()) {
			return LONGEST_DELAY;
		}
		return Duration.ofSeconds(seconds, retry.getRetryDelay().getNanos());
	}

}
