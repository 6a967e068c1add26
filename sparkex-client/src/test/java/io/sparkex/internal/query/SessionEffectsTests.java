package io.sparkex.internal.query;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.google.protobuf.Any;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.SessionLostException;
import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ErrorInfo;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.transport.ClientOptions;
import io.sparkex.internal.transport.SparkConnectClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link SessionEffects}, based on the message of a client that does not
 * rebuild its session.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionEffectsTests {

	private static final Relation INPUT = new Relation(1, new Source.Range(0, 1, 1, null));

	private final String name = InProcessServerBuilder.generateName();

	private final Server server = InProcessServerBuilder.forName(this.name).addService(new SessionlessServer()).build();

	private final SparkConnectClient client = new SparkConnectClient(
			ClientOptions.of(ConnectionString.parse("sc://localhost"))
				.withRebuildLostSession(true)
				.withChannelFactory((target, options) -> InProcessChannelBuilder.forName(this.name).build()));

	@BeforeEach
	void start() throws IOException {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.shutdownNow();
	}

	private String refusal() {
		return String.valueOf(catchThrowableOfType(SessionLostException.class,
				() -> this.client.analyze(AnalyzeEncoder.sparkVersion()))
			.getMessage());
	}

	private static Command sql(String query) {
		return new Command.RunSql(new Relation(1, new Source.Sql(query, Map.of(), List.of())));
	}

	@Test
	void recordsViewsFunctionsAndCurrentNamespace() {
		SessionEffects.note(new Command.CreateView(INPUT, "local", false, true), this.client);
		SessionEffects.note(new Command.CreateView(INPUT, "global", true, true), this.client);
		SessionEffects.note(new Command.RegisterJavaFunction("f", "a.B", null, false), this.client);
		SessionEffects.noteChange(new CatalogChange.SetCurrentDatabase("db"), this.client);
		SessionEffects.noteChange(new CatalogChange.SetCurrentCatalog("c"), this.client);
		assertThat(refusal()).contains("state would be missing: the temporary view 'local',"
				+ " the temporary view 'global', the function 'f', the current database 'db', the current catalog 'c'.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "SET a = b | SET", "CREATE TEMP VIEW v AS SELECT 1 | CREATE TEMP" })
	void recordsSessionStatements(String sql, String words) {
		SessionEffects.note(sql(sql), this.client);
		assertThat(refusal()).contains("what a statement that begins with " + words + " has done.");
	}

	@Test
	void clearsDroppedViews() {
		for (String view : List.of("a", "b", "c")) {
			SessionEffects.note(new Command.CreateView(INPUT, view, false, true), this.client);
		}
		SessionEffects.noteDropped("a", this.client);
		SessionEffects.noteDropped("b", this.client);
		assertThat(refusal()).contains("would be missing: the temporary view 'c'.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "INSERT INTO t VALUES (1)", "CREATE TABLE t (a INT)" })
	void doesNotRecordPersistentState(String sql) {
		SessionEffects.note(sql(sql), this.client);
		SessionEffects.note(new Command.GetResources(), this.client);
		SessionEffects.noteChange(new CatalogChange.CacheTable("t", null), this.client);
		SessionEffects.noteChange(new CatalogChange.DropTable("t", true, false), this.client);
		assertThat(refusal()).doesNotContain("would be missing");
	}

	/**
	 * A server that does not know any session.
	 */
	private static final class SessionlessServer extends SparkConnectServiceGrpc.SparkConnectServiceImplBase {

		@Override
		public void analyzePlan(AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
			ErrorInfo info = ErrorInfo.newBuilder()
				.setReason("org.apache.spark.SparkSQLException")
				.setDomain("org.apache.spark")
				.putMetadata("errorClass", "INVALID_HANDLE.SESSION_NOT_FOUND")
				.build();
			Metadata trailers = new Metadata();
			trailers.put(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER),
					io.sparkex.internal.proto.Status.newBuilder()
						.addDetails(Any.newBuilder()
							.setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
							.setValue(info.toByteString()))
						.build()
						.toByteArray());
			observer.onError(Status.INTERNAL.asRuntimeException(trailers));
		}

	}

}
