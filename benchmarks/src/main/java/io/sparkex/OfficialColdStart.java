package io.sparkex;

/**
 * A program that runs one count with the official client.
 */
final class OfficialColdStart {

	private OfficialColdStart() {
	}

	/**
	 * Runs the count.
	 * @param args the connection string
	 */
	public static void main(String[] args) {
		long start = System.nanoTime();
		Object session = OfficialDriver.session(args[0]);
		Object range = OfficialDriver.invoke(
				OfficialDriver.method(OfficialDriver.type("SparkSession"), "range", long.class), session,
				ColdStart.ROWS);
		Object count = OfficialDriver.invoke(OfficialDriver.method(OfficialDriver.type("Dataset"), "count"), range);
		System.out.println(new Sample(System.nanoTime() - start, (Long) count, 0).toLine());
		// The threads of the client would keep the JVM alive.
		Runtime.getRuntime().halt(0);
	}

}
