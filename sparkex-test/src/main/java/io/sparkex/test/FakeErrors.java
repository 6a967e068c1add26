package io.sparkex.test;

import com.google.protobuf.Any;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import io.sparkex.internal.proto.ErrorInfo;

/**
 * Factory of exceptions as Spark servers send them.
 */
final class FakeErrors {

	private static final Metadata.Key<byte[]> STATUS_DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	private FakeErrors() {
	}

	static StatusRuntimeException of(StubbedResponse.Failure failure) {
		ErrorInfo.Builder info = ErrorInfo.newBuilder()
			.setReason(failure.type())
			.setDomain("org.apache.spark")
			.putMetadata("errorClass", failure.errorClass());
		if (failure.sqlState() != null) {
			info.putMetadata("sqlState", failure.sqlState());
		}
		// Servers pack the message under its official name.
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
		return of(new StubbedResponse.Failure("org.apache.spark.SparkSQLException", "OPERATION_CANCELED", "HY008",
				"[OPERATION_CANCELED] The operation " + operationId + " was interrupted"));
	}

	/**
	 * Creates the exception for a plan without a stubbed response.
	 */
	static StatusRuntimeException notStubbed(String plan, String stubbing) {
		return of(new StubbedResponse.Failure("org.apache.spark.SparkException", "FAKE_SPARK_NOT_STUBBED", null,
				"FakeSpark has no stubbed response for this plan:\n" + plan.stripTrailing().indent(2)
						+ "Stub a response, for example:\n  " + stubbing));
	}

}
