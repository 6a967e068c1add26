package io.sparkex;

import java.util.Base64;

import io.sparkex.internal.proto.Plan;

/**
 * A program that runs one count with gRPC alone.
 */
final class BareColdStart {

	private BareColdStart() {
	}

	/**
	 * Runs the count.
	 * @param args the connection string and the bytes of the plan
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		long start = System.nanoTime();
		try (BareClient client = new BareClient(args[0])) {
			client.call(Plan.parseFrom(Base64.getDecoder().decode(args[1])));
			// The client does not decode the response, so it does not know the count.
			System.out.println(new Sample(System.nanoTime() - start, ColdStart.ROWS, 0).toLine());
		}
	}

}
