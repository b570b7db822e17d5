import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

const NoticeStack = () => <Notifications position="top-center" limit={3} />;

export default NoticeStack;
