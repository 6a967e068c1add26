package io.sparkex.internal.transport;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.internal.proto.CompressionCodec;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.KeyValue;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.ConfigEncoder;

/**
 * Compression of large plans with zstd if the library is on the class path and the server
 * supports it. Servers since Spark 4.1 define the minimum size, which is requested once
 * and only for a plan that may be large enough. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PlanCompression {

	private static final Logger logger = LoggerFactory.getLogger(PlanCompression.class);

	private static final String THRESHOLD = "spark.connect.session.planCompression.threshold";

	private static final String ALGORITHM = "spark.connect.session.planCompression.defaultAlgorithm";

	/**
	 * The minimum size of compressed plans. Smaller plans are sent uncompressed, without
	 * a request to the server.
	 */
	private static final int LEAST_SIZE = 256 * 1024;

	private final SparkConnectClient client;

	private volatile @Nullable Integer threshold;

	/**
	 * Creates the compression for one client.
	 * @param client the client
	 */
	public PlanCompression(SparkConnectClient client) {
		this.client = client;
	}

	/**
	 * Compresses a plan if it is large enough.
	 * @param plan the plan
	 * @return the plan to send
	 */
	public Plan compress(Plan plan) {
		int size = plan.getSerializedSize();
		if (size < LEAST_SIZE || !Availability.KNOWN || size < threshold()) {
			return plan;
		}
		if (plan.hasRoot()) {
			return compressed(plan.getRoot(), Plan.CompressedOperation.OpType.OP_TYPE_RELATION);
		}
		return compressed(plan.getCommand(), Plan.CompressedOperation.OpType.OP_TYPE_COMMAND);
	}

	private static Plan compressed(MessageLite operation, Plan.CompressedOperation.OpType type) {
		ByteString data = ByteString.copyFrom(Library.compress(operation.toByteArray()));
		return Plan.newBuilder()
			.setCompressedOperation(Plan.CompressedOperation.newBuilder()
				.setData(data)
				.setOpType(type)
				.setCompressionCodec(CompressionCodec.COMPRESSION_CODEC_ZSTD))
			.build();
	}

	private int threshold() {
		Integer known = this.threshold;
		if (known == null) {
			known = "ZSTD".equalsIgnoreCase(option(ALGORITHM)) ? parse(option(THRESHOLD)) : Integer.MAX_VALUE;
			this.threshold = known;
		}
		return known;
	}

	private @Nullable String option(String key) {
		ConfigResponse answer = this.client.config(ConfigEncoder.getOption(key));
		KeyValue pair = (answer.getPairsCount() > 0) ? answer.getPairs(0) : KeyValue.getDefaultInstance();
		return pair.hasValue() ? pair.getValue() : null;
	}

	/**
	 * Parses the threshold of the server. A negative threshold disables compression.
	 */
	private static int parse(@Nullable String size) {
		try {
			int bytes = (size != null) ? Integer.parseInt(size) : -1;
			return (bytes < 0) ? Integer.MAX_VALUE : bytes;
		}
		catch (NumberFormatException ex) {
			logger.debug("Plans are not compressed: the server's threshold is {}", size);
			return Integer.MAX_VALUE;
		}
	}

	/**
	 * Holder that loads the library with the first large plan, since that unpacks native
	 * code.
	 */
	private static final class Availability {

		static final boolean KNOWN = isAvailable();

		private Availability() {
		}

		private static boolean isAvailable() {
			try {
				Library.load();
				return true;
			}
			catch (LinkageError ex) {
				logger.debug("Plans are not compressed: there is no zstd-jni on the class path, or it does not load",
						ex);
				return false;
			}
		}

	}

	/**
	 * A separate class, so that only its use needs the library.
	 */
	private static final class Library {

		private Library() {
		}

		static void load() {
			Zstd.defaultCompressionLevel();
		}

		static byte[] compress(byte[] bytes) {
			return Zstd.compress(bytes);
		}

	}

}
