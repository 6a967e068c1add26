package io.sparkex.test;

import com.google.protobuf.Any;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import io.sparkex.internal.proto.ErrorInfo;

/**
 * Failures as Spark's servers report them.
 */
final class FakeErrors {

	private static final Metadata.Key<byte[]> STATUS_DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	private FakeErrors() {
	}

	static StatusRuntimeException of(Answer.Failure failure) {
		ErrorInfo.Builder info = ErrorInfo.newBuilder()
			.setReason(failure.type())
			.setDomain("org.apache.spark")
			.putMetadata("errorClass", failure.errorClass());
		if (failure.sqlState() != null) {
			info.putMetadata("sqlState", failure.sqlState());
		}
		// As servers pack it, who know the message by its official name.
		Any packed = Any.newBuilder()
			.setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
			.setValue(info.build().toByteString())
			.build();
		Metadata trailers = new Metadata();
		trailers.put(STATUS_DETAILS,
				io.sparkex.internal.proto.Status.newBuilder()
					.setCode(Status.Code.INTERNAL.value())
					.setMessage(failure.message())
					.addDetails(packed)
					.build()
					.toByteArray());
		return Status.INTERNAL.withDescription(failure.message()).asRuntimeException(trailers);
	}

	static StatusRuntimeException cancelled(String operationId) {
		return of(new Answer.Failure("org.apache.spark.SparkSQLException", "OPERATION_CANCELED", "HY008",
				"[OPERATION_CANCELED] The operation " + operationId + " was interrupted"));
	}

	/**
	 * Says what was asked, and how to have it answered.
	 */
	static StatusRuntimeException unknown(String plan, String declaration) {
		return of(new Answer.Failure("org.apache.spark.SparkException", "FAKE_SPARK_NO_ANSWER", null,
				"FakeSpark was told no answer to this plan:\n" + plan.stripTrailing().indent(2)
						+ "Declare one, such as by\n  " + declaration));
	}

}
