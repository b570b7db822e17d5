import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where notices appear. Loaded beside the first page: nothing is said in its first moment, and what is said waits. */
const Notices = () => <Notifications position="top-center" limit={3} />;

export default Notices;
